using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge;

/// <summary>An index with documents that are numbered by their keys.</summary>
internal sealed class IndexScene(string language = "en", SynonymGroups? synonyms = null)
{
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 8, 0);

    public static readonly Audience[] Everybody = [Audience.Internal, Audience.Partner, Audience.Customer, Audience.Public];

    public ITextAnalyser Analyser { get; } = new TextAnalysers([]).For(language);

    public KnowledgeIndex Index => field ??= new KnowledgeIndex(Analyser, synonyms);

    public static Guid Key(int number) => new(number, 0, 0, new byte[8]);

    public KnowledgeIndexEntry Entry(int number, string title, string body = "", Audience audience = Audience.Public) =>
        new(Key(number), TermVector.Of(Analyser, title, body), audience);

    public IndexScene With(int number, string title, string body = "", Audience audience = Audience.Public) => With(Entry(number, title, body, audience));

    public IndexScene With(params KnowledgeIndexEntry[] entries)
    {
        Index.Update(entries);
        return this;
    }

    public KnowledgeIndexAnswer Ask(string text, params Audience[] audiences) =>
        Index.Search(new KnowledgeIndexQuery(text, audiences.Length == 0 ? Everybody : audiences, Now) { Take = 100 });

    public IEnumerable<Guid> Find(string text, params Audience[] audiences) => Ask(text, audiences).Matches.Select(m => m.Key);
}
