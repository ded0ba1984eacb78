using System.Text;
using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>
/// A template in the part of Mustache that has no logic: <c>{{name}}</c>, <c>{{{name}}}</c>, <c>{{&amp;name}}</c>, sections <c>{{#name}}…{{/name}}</c>,
/// inverted sections <c>{{^name}}…{{/name}}</c> and comments <c>{{! … }}</c>. A value that is missing is empty; an empty text, false and an
/// empty list leave a section out. Immutable; safe for use by several threads.
/// </summary>
public sealed class TemplateText
{
    /// <summary>Longest template.</summary>
    public const int MaxLength = 100_000;

    /// <summary>Longest result.</summary>
    public const int MaxResult = 1_000_000;

    /// <summary>Most items of one list.</summary>
    public const int MaxItems = 1000;

    private const int MaxSteps = 200_000;

    private readonly List<TemplateNode> _nodes;

    private TemplateText(List<TemplateNode> nodes, TemplateFormat format) => (_nodes, Format) = (nodes, format);

    /// <summary>What it becomes.</summary>
    public TemplateFormat Format { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="format">What it becomes.</param>
    /// <param name="vocabulary">The names that it may use; null for any.</param>
    /// <param name="errors">The words of refusals; English ones when null.</param>
    /// <returns>The template, or <c>InvalidValue</c>, <c>TemplateTagUnclosed</c>, <c>TemplateTagNotAllowed</c>, <c>TemplateNameUnknown</c>, <c>TemplateSectionUnclosed</c>,
    /// <c>TemplateSectionUnopened</c>, <c>TemplateTooDeep</c>.</returns>
    public static CrmResult<TemplateText> Parse(string text, TemplateFormat format, TemplateVocabulary? vocabulary = null, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = errors ?? CrmErrorDescriber.Default;
        if (text.Length > MaxLength || text.Contains('\0', StringComparison.Ordinal) || !Values.WellFormed.IsWellFormed(text))
        {
            return words.InvalidValue("template", $"Well-formed text of at most {MaxLength} characters without NUL was expected.");
        }

        var parsed = new TemplateParser(text, Guard.Defined(format), vocabulary, words).Parse();
        return parsed.TryGetValue(out var nodes) ? new TemplateText(nodes, format) : CrmResult<TemplateText>.Failed(parsed.Errors);
    }

    /// <summary>Writes the template with values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="errors">The words of refusals; English ones when null.</param>
    /// <returns>The text, or <c>TemplateResultTooLarge</c>.</returns>
    public CrmResult<string> Render(TemplateValues values, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (result, steps) = (new StringBuilder(), 0);
        return Write(_nodes, [values], null, result, ref steps) ? result.ToString() : (errors ?? CrmErrorDescriber.Default).TemplateResultTooLarge(MaxResult);
    }

    private bool Write(List<TemplateNode> nodes, IReadOnlyList<TemplateValues> scopes, string? item, StringBuilder result, ref int steps)
    {
        foreach (var node in nodes)
        {
            if (++steps > MaxSteps || result.Length > MaxResult)
            {
                return false;
            }

            if (node is TemplateLiteral literal)
            {
                result.Append(literal.Text);
            }
            else if (node is TemplateVariable variable)
            {
                var value = variable.Name == "." ? null : Find(variable.Name, scopes);
                var text = variable.Name == "." ? item : value?.Content;
                result.Append(Format == TemplateFormat.Html && !variable.IsRaw ? Escape(text) : text);
            }
            else if (node is TemplateSection section && !Write(section, scopes, item, result, ref steps))
            {
                return false;
            }
        }

        return result.Length <= MaxResult;
    }

    private bool Write(TemplateSection section, IReadOnlyList<TemplateValues> scopes, string? item, StringBuilder result, ref int steps)
    {
        var value = Find(section.Name, scopes);
        if (section.IsInverted || value is not { IsTrue: true })
        {
            return section.IsInverted == (value is not { IsTrue: true }) ? Write(section.Nodes, scopes, item, result, ref steps) : true;
        }

        if (value.Kind != TemplateValueKind.List)
        {
            return Write(section.Nodes, scopes, value.Kind == TemplateValueKind.Flag ? item : value.Content, result, ref steps);
        }

        if (value.Items.Count > MaxItems)
        {
            return false;
        }

        foreach (var each in value.Items)
        {
            if (!Write(section.Nodes, [.. scopes, each], each.TryGet(".", out var own) ? own.Content : item, result, ref steps))
            {
                return false;
            }
        }

        return true;
    }

    private static TemplateValue? Find(string name, IReadOnlyList<TemplateValues> scopes)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            if (scopes[i].TryGet(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    private static string? Escape(string? text) => text?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
}
