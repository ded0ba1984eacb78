using System.Text;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Knowledge.Evaluation;

/// <summary>Writes and publishes the documents of a collection as articles.</summary>
internal static class EvaluationArticles
{
    private const int ArticlesPerSave = 200;

    /// <summary>Stands for a title or a body that a document does not have; it holds no word.</summary>
    private const string Nothing = "…";

    /// <returns>The documents by the ids of their articles.</returns>
    public static async Task<Dictionary<KnowledgeItemId, string>> PublishAsync(
        CrmHost host, IReadOnlyList<JudgedDocument> documents, LanguageTag language, KnowledgeKind kind, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<KnowledgeItemId, string>(documents.Count);
        foreach (var chunk in documents.Chunk(ArticlesPerSave))
        {
            await using var session = host.Begin(Actor.System("evaluation"));
            foreach (var document in chunk)
            {
                var item = await session.Knowledge.WriteAsync(ContentOf(document, language, kind), Audience.Public, cancellationToken: cancellationToken).OrFail();
                await session.Knowledge.PublishAsync(item.Id, cancellationToken: cancellationToken).OrFail();
                ids.Add(item.Id, document.Id);
            }

            await session.SaveAsync(cancellationToken);
            progress.Report((double)ids.Count / documents.Count);
        }

        return ids;
    }

    private static KnowledgeContent ContentOf(JudgedDocument document, LanguageTag language, KnowledgeKind kind)
    {
        // What is too long for a title begins the body.
        var (title, rest) = (document.Title, "");
        if (title.Length > KnowledgeItem.MaxTitleLength)
        {
            var end = title.LastIndexOf(' ', KnowledgeItem.MaxTitleLength - 1) is > 0 and var blank ? blank
                : char.IsHighSurrogate(title[KnowledgeItem.MaxTitleLength - 1]) ? KnowledgeItem.MaxTitleLength - 1 : KnowledgeItem.MaxTitleLength;
            (title, rest) = (title[..end], title[end..] + " ");
        }

        var body = Markdown(rest + document.Body);
        return new KnowledgeContent(title.Length == 0 ? Nothing : title, body.Length == 0 ? Nothing : body, language) { Kind = kind };
    }

    /// <summary>Plain text as Markdown that says the same.</summary>
    private static string Markdown(string text)
    {
        var markdown = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = char.IsAscii(letter) && char.IsPunctuation(letter) || letter is '<' or '>' or '`' or '~' or '|' or '$' or '^' or '+' or '=' ? markdown.Append('\\').Append(letter) : markdown.Append(letter);
        }

        return markdown.ToString();
    }
}
