using System.Globalization;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Knowledge.Evaluation;

/// <summary>A text to be found.</summary>
internal sealed record JudgedDocument(string Id, string Title, string Body);

/// <summary>A question with the relevance of documents to it.</summary>
internal sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, double> Judgements);

/// <summary>Documents, questions and judgements of which answers which.</summary>
internal sealed record JudgedCollection(IReadOnlyList<JudgedDocument> Documents, IReadOnlyList<JudgedQuery> Queries)
{
    /// <summary>Reads the three files.</summary>
    public static JudgedCollection Read(string docs, string queries, string qrels)
    {
        var judged = Judgements(qrels);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var asked = new List<JudgedQuery>();
        foreach (var (row, cells) in TabbedText.Read(queries, ["id", "text"], 2))
        {
            if (!seen.Add(cells[0]))
            {
                throw CommandFailure.Input("IdRepeated", $"{cells[0]} came before.", queries, row, "id");
            }

            if (judged.TryGetValue(cells[0], out var judgements))
            {
                asked.Add(new JudgedQuery(cells[0], cells[1], judgements));
            }
        }

        return asked.Count > 0
            ? new JudgedCollection(DocumentsOf(docs), asked)
            : throw CommandFailure.Input("NothingJudged", "No query of the queries file is judged here.", qrels);
    }

    private static List<JudgedDocument> DocumentsOf(string docs)
    {
        var documents = new Dictionary<string, JudgedDocument>(StringComparer.Ordinal);
        foreach (var (row, cells) in TabbedText.Read(docs, ["id", "title", "body"], 2))
        {
            if (cells[0].Length == 0 || cells[1].Length + cells[2].Length == 0)
            {
                throw CommandFailure.Input("CellEmpty", "An id, and a title or a body, are expected.", docs, row, cells[0].Length == 0 ? "id" : "body");
            }

            if (!documents.TryAdd(cells[0], new JudgedDocument(cells[0], cells[1], cells[2])))
            {
                throw CommandFailure.Input("IdRepeated", $"{cells[0]} came before.", docs, row, "id");
            }
        }

        // Equal scores go by the order in which documents are written.
        return documents.Count > 0 ? [.. documents.Values.OrderBy(d => d.Id, StringComparer.Ordinal)] : throw CommandFailure.Input("FileEmpty", "There are no documents.", docs);
    }

    private static Dictionary<string, Dictionary<string, double>> Judgements(string qrels)
    {
        var judged = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (row, cells) in TabbedText.Read(qrels, ["query", "doc", "rel"], 3))
        {
            if (!double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var relevance) || !double.IsFinite(relevance))
            {
                throw CommandFailure.Input("NumberInvalid", $"{cells[2]} is no number.", qrels, row, "rel");
            }

            if (!judged.TryGetValue(cells[0], out var ofQuery))
            {
                judged.Add(cells[0], ofQuery = new Dictionary<string, double>(StringComparer.Ordinal));
            }

            ofQuery[cells[1]] = relevance;
        }

        return judged;
    }
}
