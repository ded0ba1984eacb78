using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>
/// Reads the part of Mustache that has no logic: variables, sections, inverted sections and comments. Partials and other delimiters are
/// refused; so is every name that the vocabulary does not have.
/// </summary>
internal sealed class TemplateParser(string source, TemplateFormat format, TemplateVocabulary? vocabulary, CrmErrorDescriber errors)
{
    public const int MaxDepth = 16;

    private static readonly System.Buffers.SearchValues<char> s_name =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly List<TemplateNode> _root = [];
    private readonly Stack<(TemplateSection Section, int At, TemplateVocabulary? Names)> _open = new();
    private int _from;

    public static bool IsName(string name) => name.Length is > 0 and <= 100 && !name.AsSpan().ContainsAnyExcept(s_name);

    /// <summary>The nodes, or the first error with its line and column.</summary>
    public CrmResult<List<TemplateNode>> Parse()
    {
        for (var at = source.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = source.IndexOf("{{", _from, StringComparison.Ordinal))
        {
            var isTriple = at + 2 < source.Length && source[at + 2] == '{';
            var closing = isTriple ? "}}}" : "}}";
            var end = source.IndexOf(closing, at + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                return Error(at, errors.TemplateTagUnclosed);
            }

            if (Take(at, source[(at + (isTriple ? 3 : 2))..end], end + closing.Length, isTriple) is { } wrong)
            {
                return wrong;
            }
        }

        Literal(source.Length);
        return _open.TryPeek(out var left) ? Error(left.At, (line, column) => errors.TemplateSectionUnclosed(line, column, left.Section.Name)) : _root;
    }

    private List<TemplateNode> Nodes => _open.TryPeek(out var open) ? open.Section.Nodes : _root;

    private CrmError? Take(int at, string tag, int end, bool isTriple)
    {
        var kind = isTriple ? '{' : tag.Length == 0 ? '\0' : tag[0];
        var name = (kind is '&' or '#' or '^' or '/' ? tag[1..] : tag).Trim();
        if (kind == '!')
        {
            Cut(at, end);
            return null;
        }

        if (!IsName(name))
        {
            return Error(at, (line, column) => errors.TemplateTagNotAllowed(line, column, Short(tag)));
        }

        switch (kind)
        {
            case '#' or '^':
                return Open(at, name, kind == '^', end);
            case '/':
                return Close(at, name, end);
            default:
                Literal(at);
                _from = end;
                return Variable(at, name, kind is '&' or '{');
        }
    }

    private CrmError? Open(int at, string name, bool isInverted, int end)
    {
        if (_open.Count == MaxDepth)
        {
            return Error(at, (line, column) => errors.TemplateTooDeep(line, column, MaxDepth));
        }

        var known = Find(name);
        if (known is null && vocabulary is not null)
        {
            return Error(at, (line, column) => errors.TemplateNameUnknown(line, column, name));
        }

        Cut(at, end);
        var section = new TemplateSection(name, isInverted, []);
        Nodes.Add(section);
        _open.Push((section, at, isInverted ? null : known?.Items));
        return null;
    }

    private CrmError? Close(int at, string name, int end)
    {
        if (!_open.TryPeek(out var open) || open.Section.Name != name)
        {
            return Error(at, (line, column) => errors.TemplateSectionUnopened(line, column, name));
        }

        Cut(at, end);
        _open.Pop();
        return null;
    }

    private CrmError? Variable(int at, string name, bool isRaw)
    {
        var known = Find(name);
        if (vocabulary is not null && name != "." && known is null or { Kind: TemplateValueKind.List or TemplateValueKind.Flag })
        {
            return Error(at, (line, column) => errors.TemplateNameUnknown(line, column, name));
        }

        // Without escapes, only what is safe by its origin may stand in HTML.
        if (isRaw && format == TemplateFormat.Html && vocabulary is not null && known?.Kind != TemplateValueKind.Markup)
        {
            return Error(at, (line, column) => errors.TemplateTagNotAllowed(line, column, $"{{{name}}}"));
        }

        Nodes.Add(new TemplateVariable(name, isRaw));
        return null;
    }

    // Names of the innermost list first, as values are found.
    private (TemplateValueKind Kind, TemplateVocabulary? Items)? Find(string name) => _open.Select(o => o.Names).Append(vocabulary).OfType<TemplateVocabulary>()
        .Select(v => v.Find(name)).FirstOrDefault(f => f is not null);

    private void Literal(int until)
    {
        if (until > _from)
        {
            Nodes.Add(new TemplateLiteral(source[_from..until]));
        }
    }

    // A tag that stands alone on its lines takes them with it.
    private void Cut(int at, int end)
    {
        var (first, next) = (at, end);
        while (first > 0 && source[first - 1] is ' ' or '\t')
        {
            first--;
        }

        while (next < source.Length && source[next] is ' ' or '\t')
        {
            next++;
        }

        var isAlone = (first == 0 || source[first - 1] == '\n') && (next == source.Length || source[next] == '\n' || (source[next] == '\r' && next + 1 < source.Length && source[next + 1] == '\n'));
        Literal(isAlone ? Math.Max(first, _from) : at);
        _from = !isAlone ? end : next == source.Length ? next : source[next] == '\r' ? next + 2 : next + 1;
    }

    private CrmError Error(int at, Func<int, int, CrmError> describe)
    {
        var before = source.AsSpan(0, at);
        return describe(before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    private static string Short(string tag) => tag.Length > 40 ? tag[..40] : tag;
}
