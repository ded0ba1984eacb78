using System.Text.RegularExpressions;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Customers;

/// <summary>The column that says which customer a record is of: <c>--truth COLUMN[:REGEX]</c>.</summary>
internal sealed class DuplicateTruth
{
    /// <summary>The name by which the column is asked for; no column of a file is called so.</summary>
    public const string Name = "\u0001truth";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Regex? _pattern;

    private DuplicateTruth(string column, Regex? pattern) => (Column, _pattern) = (column, pattern);

    public string Column { get; }

    public static DuplicateTruth Parse(string text)
    {
        var parts = text.Split(':', 2);
        try
        {
            return new DuplicateTruth(parts[0].Trim(), parts.Length == 2 ? new Regex(parts[1], RegexOptions.CultureInvariant, s_patience) : null);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"--truth {text}: {parts[1]} is no regular expression.");
        }
    }

    /// <summary>The cell, or the first group of the expression in it; null where there is none.</summary>
    public string? CustomerOf(string? cell)
    {
        if (cell is null || _pattern is null)
        {
            return cell;
        }

        var match = _pattern.Match(cell);
        var group = match.Groups.Count > 1 ? match.Groups[1] : match.Groups[0];
        return match.Success && group.Length > 0 ? group.Value : null;
    }
}
