using System.Text.RegularExpressions;
using Crm.Testing;

namespace Crm.Architecture.Tests.Checks;

/// <summary>A test that claims to prove a check, found in the sources of the tests.</summary>
internal sealed partial record Proof(string Check, string Project, string Test)
{
    public static IReadOnlyList<Proof> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("tests"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(path => InFile(Path.GetRelativePath(RepositoryRoot.Combine("tests"), path).Replace('\\', '/').Split('/')[0], File.ReadLines(path))),
    ];

    /// <summary>
    /// Reads attributes line by line: traits belong to the next test method, or, before a class, to every test of the class
    /// that follows. Raw string literals are text, not tests.
    /// </summary>
    public static IEnumerable<Proof> InFile(string project, IEnumerable<string> lines)
    {
        var (type, ofClass, pending, isTest, isText) = ("", new List<string>(), new List<string>(), false, false);
        foreach (var line in lines.Select(line => line.TrimStart()).Where(line => !line.StartsWith("//", StringComparison.Ordinal)))
        {
            var wasText = isText;
            isText ^= Quotes().Count(line) % 2 == 1;
            if (wasText)
            {
                continue;
            }

            pending.AddRange(Trait().Matches(line).Select(match => match.Groups[1].Value));
            isTest |= TestAttribute().IsMatch(line);
            if (ClassName().Match(line) is { Success: true } declared)
            {
                (type, ofClass, pending, isTest) = (declared.Groups[1].Value, pending, [], false);
            }
            else if (isTest && MethodName().Match(line) is { Success: true } method)
            {
                foreach (var check in ofClass.Concat(pending).Distinct(StringComparer.Ordinal))
                {
                    yield return new Proof(check, project, $"{type}.{method.Groups[1].Value}");
                }

                (pending, isTest) = ([], false);
            }
        }
    }

    [GeneratedRegex("\"{3}")]
    private static partial Regex Quotes();

    [GeneratedRegex("""Trait\("Check", ?"([^"]+)"\)""")]
    private static partial Regex Trait();

    [GeneratedRegex("""\[(\w+, ?)*\w*(Fact|Theory)\b""")]
    private static partial Regex TestAttribute();

    [GeneratedRegex("""^(?:\[.*\] *)?(?:public|internal)? ?(?:sealed |abstract |static |partial )*(?:class|record) (\w+)""")]
    private static partial Regex ClassName();

    [GeneratedRegex("""^(?:\[.*\] *)?public (?:async |virtual |override |static )*[\w<>\[\]?., ]+ (\w+)\(""")]
    private static partial Regex MethodName();
}
