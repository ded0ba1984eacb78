namespace Crm.Domain.Interactions;

/// <summary>The names that templates may use, and what they stand for. What is not named here does not exist for a template.</summary>
public sealed class TemplateVocabulary
{
    private readonly Dictionary<string, (TemplateValueKind Kind, TemplateVocabulary? Items)> _names = new(StringComparer.Ordinal);

    /// <summary>Every name with its kind, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, TemplateValueKind>> Names =>
        [.. _names.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => new KeyValuePair<string, TemplateValueKind>(n.Key, n.Value.Kind))];

    /// <summary>Names texts.</summary>
    /// <param name="names">The names: letters, digits, dots, hyphens and underscores.</param>
    /// <returns>The same vocabulary, to go on.</returns>
    /// <exception cref="ArgumentException">A name has another form.</exception>
    public TemplateVocabulary Texts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Add(name, TemplateValueKind.Text);
        }

        return this;
    }

    /// <summary>Names a value.</summary>
    /// <param name="name">The name: letters, digits, dots, hyphens and underscores.</param>
    /// <param name="kind">What it stands for.</param>
    /// <param name="items">The names within each item of a list.</param>
    /// <returns>The same vocabulary, to go on.</returns>
    /// <exception cref="ArgumentException">The name has another form, or a list has no names.</exception>
    public TemplateVocabulary Add(string name, TemplateValueKind kind, TemplateVocabulary? items = null)
    {
        if (!TemplateParser.IsName(name) || (kind == TemplateValueKind.List) != (items is not null))
        {
            throw new ArgumentException("A name has letters, digits, dots, hyphens and underscores, and a list names what its items have.", nameof(name));
        }

        _names[name] = (Primitives.Guard.Defined(kind), items);
        return this;
    }

    /// <summary>Takes over the names of another vocabulary.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The same vocabulary, to go on.</returns>
    public TemplateVocabulary Add(TemplateVocabulary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (name, what) in other._names)
        {
            _names[name] = what;
        }

        return this;
    }

    internal (TemplateValueKind Kind, TemplateVocabulary? Items)? Find(string name) => _names.TryGetValue(name, out var what) ? what : null;
}
