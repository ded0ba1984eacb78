using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>What a name in a template stands for in one rendering. It is data: nothing of it is evaluated.</summary>
public sealed class TemplateValue
{
    /// <summary>Longest text.</summary>
    public const int MaxLength = 200_000;

    private static readonly string[] s_schemes = ["http", "https", "mailto", "tel"];

    private TemplateValue(TemplateValueKind kind) => Kind = kind;

    /// <summary>The kind.</summary>
    public TemplateValueKind Kind { get; }

    internal string Content { get; private init; } = string.Empty;

    internal IReadOnlyList<TemplateValues> Items { get; private init; } = [];

    internal bool IsTrue { get; private init; }

    /// <summary>A text; null is the empty one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The text is too long, has NUL or is ill-formed.</exception>
    public static TemplateValue Of(string? text) => new(TemplateValueKind.Text) { Content = Guard.Text(text ?? string.Empty, MaxLength), IsTrue = !string.IsNullOrEmpty(text) };

    /// <summary>True or false.</summary>
    /// <param name="flag">Which.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(bool flag) => new(TemplateValueKind.Flag) { IsTrue = flag };

    /// <summary>Several items.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(IReadOnlyList<TemplateValues> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(TemplateValueKind.List) { Items = [.. items], IsTrue = items.Count > 0 };
    }

    /// <summary>HTML that is safe by its origin, such as rendered Markdown; never what somebody typed.</summary>
    /// <param name="html">The HTML.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The text is too long, has NUL or is ill-formed.</exception>
    public static TemplateValue Markup(string html) => new(TemplateValueKind.Markup) { Content = Guard.Text(html, MaxLength), IsTrue = html.Length > 0 };

    /// <summary>A link.</summary>
    /// <param name="link">An absolute address by http, https, mailto or tel.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static TemplateValue Link(string link)
    {
        var line = Guard.Line(link, 2000);
        return Uri.TryCreate(line, UriKind.Absolute, out var uri) && s_schemes.Contains(uri.Scheme)
            ? new(TemplateValueKind.Link) { Content = line, IsTrue = true }
            : throw new ArgumentException("A link by http, https, mailto or tel was expected.", nameof(link));
    }
}
