using System.Diagnostics.CodeAnalysis;

namespace Crm.Testing;

/// <summary>
/// What a test needs from the machine. A missing component skips the test, except where <c>CRM_TEST_REQUIRE</c>, a
/// comma-separated list, names it: there it fails, so that a full run cannot pass by leaving tests out.
/// </summary>
public static class TestRequirements
{
    public const string Variable = "CRM_TEST_REQUIRE";

    public static bool IsRequired(string component) => (Environment.GetEnvironmentVariable(Variable) ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Contains(component, StringComparer.OrdinalIgnoreCase);

    /// <summary>Ends the running test: skipped, or failed when the component is required.</summary>
    /// <param name="component">Such as <c>postgresql</c> or <c>browser</c>.</param>
    /// <param name="reason">Why it cannot be used.</param>
    /// <remarks>For tests marked <c>[SkippableFact]</c> or <c>[SkippableTheory]</c>.</remarks>
    [DoesNotReturn]
    public static void Missing(string component, string reason)
    {
        if (IsRequired(component))
        {
            throw new InvalidOperationException($"{component} is required by {Variable} and missing: {reason}");
        }

        throw new SkipException($"{component} is missing: {reason}");
    }
}
