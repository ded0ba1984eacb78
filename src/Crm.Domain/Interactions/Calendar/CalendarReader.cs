namespace Crm.Domain.Interactions;

/// <summary>
/// Reads content lines into components. What comes from outside is bounded: size, lines, depth, and parameters of a line.
/// </summary>
internal static class CalendarReader
{
    public const int MaxLength = 1_000_000;

    private const int MaxLines = 20_000;
    private const int MaxDepth = 8;
    private const int MaxParameters = 50;

    /// <summary>Reads one calendar.</summary>
    /// <returns>The calendar; null where <paramref name="problem"/> says what is wrong in which line.</returns>
    public static CalendarComponent? Read(string text, out (int Line, string Reason) problem)
    {
        problem = (1, "A calendar of at most a million characters was expected.");
        if (text.Length > MaxLength)
        {
            return null;
        }

        var open = new Stack<CalendarComponent>();
        CalendarComponent? root = null;
        foreach (var (number, line) in Unfold(text))
        {
            problem = (number, "A line NAME:value was expected.");
            if (number > MaxLines || root is not null || Parse(line, number) is not { } property)
            {
                return null;
            }

            if (property.Name == "BEGIN")
            {
                problem = (number, "Components are nested too deep.");
                if (open.Count == MaxDepth || (open.Count == 0 && !property.Value.Equals("VCALENDAR", StringComparison.OrdinalIgnoreCase)))
                {
                    return null;
                }

                var begun = new CalendarComponent(property.Value.ToUpperInvariant());
                if (open.TryPeek(out var parent))
                {
                    parent.Components.Add(begun);
                }

                open.Push(begun);
            }
            else if (property.Name == "END")
            {
                problem = (number, "END does not match BEGIN.");
                if (!open.TryPop(out var ended) || !ended.Name.Equals(property.Value, StringComparison.OrdinalIgnoreCase))
                {
                    return null;
                }

                root = open.Count == 0 ? ended : null;
            }
            else if (open.TryPeek(out var current))
            {
                current.Properties.Add(property);
            }
            else
            {
                problem = (number, "BEGIN:VCALENDAR was expected.");
                return null;
            }
        }

        if (open.TryPeek(out var unended))
        {
            problem = (problem.Line, $"END:{unended.Name} is missing.");
        }

        return root;
    }

    // A line that begins with a blank or a tab continues the one before.
    private static IEnumerable<(int Number, string Line)> Unfold(string text)
    {
        var (number, first, line) = (0, 0, new System.Text.StringBuilder());
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var piece = raw.EndsWith('\r') ? raw[..^1] : raw;
            if (piece.Length > 0 && piece[0] is ' ' or '\t')
            {
                line.Append(piece, 1, piece.Length - 1);
                continue;
            }

            if (line.Length > 0)
            {
                yield return (first, line.ToString());
            }

            (first, line) = (number, line.Clear().Append(piece));
        }

        if (line.Length > 0)
        {
            yield return (first, line.ToString());
        }
    }

    private static CalendarProperty? Parse(string line, int number)
    {
        var end = line.AsSpan().IndexOfAny(':', ';');
        if (end <= 0 || line.AsSpan(0, end).ContainsAnyExcept(s_name))
        {
            return null;
        }

        var (name, parameters, at) = (line[..end].ToUpperInvariant(), new List<KeyValuePair<string, string>>(), end);
        while (line[at] == ';')
        {
            var equals = line.IndexOf('=', at);
            if (equals < 0 || parameters.Count == MaxParameters || line.AsSpan(at + 1, equals - at - 1).ContainsAnyExcept(s_name) || equals == at + 1)
            {
                return null;
            }

            var (key, stop) = (line[(at + 1)..equals].ToUpperInvariant(), EndOfValue(line, equals + 1));
            if (stop < 0)
            {
                return null;
            }

            parameters.Add(new(key, CalendarEscapes.FromParameter(line[(equals + 1)..stop].Replace("\"", string.Empty, StringComparison.Ordinal))));
            at = stop;
        }

        return new CalendarProperty(name, line[(at + 1)..], parameters) { Line = number };
    }

    // Where a parameter's value ends: at the next colon or semicolon outside of quotes.
    private static int EndOfValue(string line, int from)
    {
        var isQuoted = false;
        for (var i = from; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && line[i] is ':' or ';')
            {
                return i;
            }
        }

        return -1;
    }

    private static readonly System.Buffers.SearchValues<char> s_name =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
}
