namespace Crm.Architecture.Tests;

/// <summary>Collects who breaks a rule and says it with the rule.</summary>
internal static class Offenders
{
    public static void ShouldKeep(this IEnumerable<string> offenders, string rule)
    {
        var found = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(
            found.Count == 0,
            $"Rule: {rule}{Environment.NewLine}Broken by:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", found)}");
    }
}
