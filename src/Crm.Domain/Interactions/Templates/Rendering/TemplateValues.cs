using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain.Interactions;

/// <summary>Values by name for one rendering. A dotted name such as <c>customer.name</c> is one name: nothing is looked up behind it.</summary>
public sealed class TemplateValues
{
    private readonly Dictionary<string, TemplateValue> _values = new(StringComparer.Ordinal);

    /// <summary>The names that have a value.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Sets the value of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same values, to go on.</returns>
    public TemplateValues Set(string name, TemplateValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _values[name] = value;
        return this;
    }

    /// <summary>Sets a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The text; null is the empty one.</param>
    /// <returns>The same values, to go on.</returns>
    public TemplateValues Set(string name, string? text) => Set(name, TemplateValue.Of(text));

    internal void CopyTo(TemplateValues others)
    {
        foreach (var (name, value) in _values)
        {
            others.Set(name, value);
        }
    }

    internal bool TryGet(string name, [NotNullWhen(true)] out TemplateValue? value) => _values.TryGetValue(name, out value);
}
