using System.Globalization;

namespace Crm.Domain.Automation;

/// <summary>The rules that led to an event, the first one first, as a text that travels with the work they cause.</summary>
public static class RuleChain
{
    /// <summary>Most rules of a chain.</summary>
    public const int MaxDepth = 10;

    /// <summary>Reads a chain.</summary>
    /// <param name="cause">The text; null for none.</param>
    /// <returns>The rules.</returns>
    public static IReadOnlyList<AutomationRuleId> Read(string? cause) => string.IsNullOrEmpty(cause)
        ? []
        : [.. cause.Split(',').Where(id => Guid.TryParseExact(id, "N", out var read) && read != Guid.Empty).Select(id => AutomationRuleId.From(Guid.ParseExact(id, "N")))];

    /// <summary>The chain of what a rule does about an event.</summary>
    /// <param name="cause">The chain that led to the event.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The longer chain.</returns>
    public static string Extend(string? cause, AutomationRuleId rule)
    {
        var last = rule.Value.ToString("N", CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(cause) ? last : $"{cause},{last}";
    }
}
