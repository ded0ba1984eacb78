namespace Crm.Testing;

/// <summary>How much a heavy test does: <c>CRM_FULL=1</c> asks for everything.</summary>
public static class TestScale
{
    public static bool Full { get; } = Environment.GetEnvironmentVariable("CRM_FULL") == "1";

    /// <summary>A count of cases, rows or rounds.</summary>
    /// <param name="normal">In every run.</param>
    /// <param name="full">With <c>CRM_FULL=1</c>.</param>
    public static int Count(int normal, int full) => Full ? full : normal;
}
