using System.Globalization;
using System.IO.Compression;

namespace Crm.Analytics.Tests;

/// <summary>The folder of public data sets that no one on this project wrote.</summary>
internal static class TestData
{
    /// <summary>The lines of a data file (decompressed when it ends in .gz); skips the test when the folder is missing.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        var path = Path.Combine(Folder, "analytics", name);
        Skip.If(!File.Exists(path), $"Test data are missing: {path}");
        return Read(path);
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Folder =>
        Environment.GetEnvironmentVariable("CRM_TEST_DATA") ?? Path.Combine(RepositoryRoot, "..", "shared", "data");

    public static string RepositoryRoot
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Crm.Core.sln"))) return folder.FullName;
            }

            return AppContext.BaseDirectory;
        }
    }

    private static IEnumerable<string> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
