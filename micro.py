import timeit
from pathlib import Path
from selectolax.lexbor import LexborHTMLParser
import selectolax; print(selectolax.__version__)
def T(f,n=2000):
    return min(timeit.repeat(f,number=n,repeat=5))/n*1e6
x=Path('/work/shared/data/html/rottentomatoes/shawshank_2020-01.html').read_bytes()
t=LexborHTMLParser(x); print(len(x), len(t.css('*')))
n=t.css_first('li')
a=t.css_first('a[href]')
print('inner len', len(n.inner_html))
print('li.css_first(.foo)',T(lambda:n.css_first('.foo')))
print('li.css_first(a)',T(lambda:n.css_first('a')))
print('li.css_first(long)',T(lambda:n.css_first('td.char, td.character, [data-testid=cast-item-characters-link], .title-cast-item__characters-list')))
print('li.css(a)',T(lambda:n.css('a')))
print('tree.css_first(h1)',T(lambda:t.css_first('h1'),200))
print('tree.css_first(.nothing)',T(lambda:t.css_first('.nothing'),100))
print('tree.css(.nothing)',T(lambda:t.css('.nothing'),100))
print('tree.css(*)',T(lambda:t.css('*'),20))
print('tree.css([x])',T(lambda:t.css('[data-zzz]'),100))
print('tree.css([x^=])',T(lambda:t.css('[data-zzz^=a]'),100))
print('tree.css_first(#id)',T(lambda:t.css_first('#zzzz'),100))
print('a.text',T(lambda:a.text()),'n.text',T(lambda:n.text()))
print('inner_html',T(lambda:n.inner_html), 'a.inner',T(lambda:a.inner_html))
print('attributes',T(lambda:a.attributes), 'attrs.get',T(lambda:a.attrs.get('href')),  len(a.attributes))
print('tag',T(lambda:a.tag),'parent',T(lambda:a.parent),'next',T(lambda:a.next),'child',T(lambda:n.child), 'mem_id', T(lambda:a.mem_id),'first_child',T(lambda:n.first_child))
def trav(root):
    c=0
    for nd in root.traverse(include_text=True): c+=1
    return c
print('traverse',trav(t.root),T(lambda:trav(t.root),5))
def trav2(root):
    c=0
    for nd in root.traverse(include_text=False): c+=len(nd.tag)
    return c
print('traverse+tag',trav2(t.root),T(lambda:trav2(t.root),5))
print('parse',T(lambda:LexborHTMLParser(x),50))
print(dir(n)); print(dir(t))
