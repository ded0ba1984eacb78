namespace Crm.Domain.Interactions;

/// <summary>Reads the field blocks of a report: <c>Name: value</c> lines, folded by a leading blank, blocks apart by an empty line.</summary>
internal static class HeaderFields
{
    private const int MaxBlocks = 1_000;
    private const int MaxFields = 200;

    public static IEnumerable<MailHeaders> Blocks(string text)
    {
        using var lines = new StringReader(text);
        var fields = new List<KeyValuePair<string, string>>();
        var folded = new List<string>();
        var blocks = 0;
        while (blocks < MaxBlocks)
        {
            var line = lines.ReadLine();
            if (line is [' ' or '\t', ..] && folded.Count > 0 && !string.IsNullOrWhiteSpace(line))
            {
                folded.Add(line);
                continue;
            }

            Take(folded, fields);
            if (!string.IsNullOrWhiteSpace(line))
            {
                folded.Add(line);
                continue;
            }

            if (fields.Count > 0)
            {
                blocks++;
                yield return new MailHeaders(fields);
                fields.Clear();
            }

            if (line is null)
            {
                yield break;
            }
        }
    }

    private static void Take(List<string> folded, List<KeyValuePair<string, string>> fields)
    {
        var line = string.Join('\n', folded);
        folded.Clear();
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && fields.Count < MaxFields)
        {
            fields.Add(new(line[..colon], line[(colon + 1)..]));
        }
    }
}
