namespace Crm.Testing;

/// <summary>The folder of real inputs: <c>CRM_TEST_DATA</c>, by default <c>../shared/data</c> beside the repository.</summary>
public static class TestData
{
    public const string Variable = "CRM_TEST_DATA";

    public static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
        ? Path.GetFullPath(folder, RepositoryRoot.Path)
        : RepositoryRoot.Combine("../shared/data");

    /// <summary>The full path of a file or folder of the test data; skips the running test when it is not there.</summary>
    /// <param name="relativePath">Such as <c>analytics/CDNOW_sample.txt</c>.</param>
    /// <remarks>For tests marked <c>[SkippableFact]</c> or <c>[SkippableTheory]</c>.</remarks>
    public static string Require(string relativePath)
    {
        var path = Path.Combine(Folder, relativePath);
        Skip.IfNot(Path.Exists(path), $"Test data {relativePath} is not in {Folder}; set {Variable} to the folder that has it.");
        return path;
    }
}
