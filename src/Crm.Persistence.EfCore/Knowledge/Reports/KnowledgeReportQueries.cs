using System.Linq.Expressions;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeReportQueries(CrmDb crm) : IKnowledgeReportQueries
{
    private const int QuestionsOfOneQuery = 500;
    private static readonly ActorKind[] s_staff = [ActorKind.Agent, ActorKind.System];

    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public async Task<DeflectionCounts> CountSessionsAsync(Instant from, Instant until, Instant asOf, CancellationToken cancellationToken)
    {
        var all = _db.Context.Set<KnowledgeSession>().AsNoTracking().Where(s => s.StartedAt >= from && s.StartedAt < until && s.StartedAt <= asOf && !s_staff.Contains(s.ReaderKind));
        var shown = all.Where(s => s.ShownAt != null && s.ShownAt <= asOf);

        // Once a session's time for a case is over, nothing is added to it: what it says now, it said then.
        var decided = shown.Where(s => s.CaseUntil <= asOf);
        var opened = decided.Where(s => s.OpenedAt != null);
        var openedAndFiled = await opened.CountAsync(Filed(), cancellationToken).ConfigureAwait(false);
        var openedCount = await opened.CountAsync(cancellationToken).ConfigureAwait(false);
        return new DeflectionCounts(
            await all.CountAsync(cancellationToken).ConfigureAwait(false),
            await shown.CountAsync(cancellationToken).ConfigureAwait(false),
            await shown.CountAsync(s => s.CaseUntil > asOf, cancellationToken).ConfigureAwait(false),
            openedCount,
            openedCount - openedAndFiled,
            await opened.Where(s => s.SolvedAt != null).CountAsync(cancellationToken).ConfigureAwait(false)
                - await opened.Where(s => s.SolvedAt != null).CountAsync(Filed(), cancellationToken).ConfigureAwait(false),
            openedAndFiled,
            await decided.Where(s => s.OpenedAt == null).CountAsync(Filed(), cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyList<UnansweredQuestion>> UnansweredAsync(Instant from, Instant until, string? language, int take, CancellationToken cancellationToken)
    {
        var questions = await _db.Context.Set<KnowledgeSession>().AsNoTracking()
            .SelectMany(s => s.Questions, (s, q) => new { Session = s, Question = q })
            .Where(x => x.Question.At >= from && x.Question.At < until && x.Question.Language != null && (language == null || x.Question.Language == language))
            .Where(x => x.Session.FiledAt != null || !x.Session.Readings.Any(r => r.OpenedAt >= x.Question.At && r.FailedAt == null))
            .OrderByDescending(x => x.Question.At).ThenByDescending(x => x.Question.Id).Take(take)
            .Select(x => new { x.Question.Id, x.Question.Reader, x.Question.Language, x.Question.Hits, x.Question.At })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var terms = await TermsAsync(questions.ConvertAll(q => q.Id), cancellationToken).ConfigureAwait(false);
        return
        [
            .. questions.Select(q => new UnansweredQuestion(q.Id, q.Reader, q.Language!, q.Hits, q.At, [.. terms[q.Id].Where(t => t.Language == q.Language).Select(t => t.Term)]))
                .Where(q => q.Terms.Count > 0),
        ];
    }

    private async Task<ILookup<Guid, (string Language, string Term)>> TermsAsync(List<Guid> questions, CancellationToken cancellationToken)
    {
        var found = new List<(Guid Question, string Language, string Term)>();
        foreach (var some in questions.Chunk(QuestionsOfOneQuery))
        {
            var rows = await _db.Context.Set<QuestionWord>().AsNoTracking().Where(w => some.Contains(w.QuestionId))
                .Join(_db.Context.Set<KnowledgeWord>().AsNoTracking(), w => w.Word, k => k.Word, (w, k) => new { w.QuestionId, k.Language, k.Term })
                .Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.Select(r => (r.QuestionId, r.Language, r.Term)));
        }

        return found.ToLookup(f => f.Question, f => (f.Language, f.Term));
    }

    /// <summary>Whether a case came in time, out of the session or by another way.</summary>
    private Expression<Func<KnowledgeSession, bool>> Filed()
    {
        if (!_db.Maps(CrmAreas.Service))
        {
            return s => s.FiledAt != null;
        }

        var cases = _db.Context.Set<ServiceCase>();
        return s => s.FiledAt != null || cases.Any(c => c.CustomerId == s.CustomerId && c.OpenedAt >= s.StartedAt && c.OpenedAt <= s.CaseUntil);
    }
}
