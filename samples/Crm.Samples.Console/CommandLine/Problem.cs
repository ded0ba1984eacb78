namespace Crm.Samples.Console.CommandLine;

/// <summary>One coded reason why a command did not do what it was asked.</summary>
internal sealed record Problem(string Code, string Message)
{
    public string? Target { get; init; }

    public string? File { get; init; }

    /// <summary>Counted as a spreadsheet does: the header is row 1.</summary>
    public int? Row { get; init; }

    public string? Column { get; init; }

    public override string ToString()
    {
        string?[] place = [File, Row is { } row ? $"row {row}" : null, Column is { } column ? $"column {column}" : null];
        var where = string.Join(", ", place.Where(p => p is not null));
        return where.Length == 0 ? $"{Message} [{Code}]" : $"{where}: {Message} [{Code}]";
    }
}
