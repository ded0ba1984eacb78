using Crm.Domain.Feedback;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class SurveyStore(CrmDb crm) : ISurveyStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Feedback);

    private IQueryable<Survey> All => _db.Context.Set<Survey>().IgnoreAutoIncludes().AsNoTracking();

    public Task<Survey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        return _db.Context.Set<Survey>().Local.FirstOrDefault(s => s.Key == stored) is { } known ? Task.FromResult<Survey?>(known) : _db.LoadAsync<Survey>(s => s.Key == stored, cancellationToken);
    }

    public Task<Survey?> FindAsync(SurveyId id, CancellationToken cancellationToken) => _db.LoadAsync<Survey, SurveyId>(id, cancellationToken);

    // Not ordered by the database, whose collations differ.
    public async Task<IReadOnlyList<SurveySummary>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await All.Select(s => new SurveySummary(s.Id, s.Key, s.Name, s.Status, s.Number, s.Draft != null)).ToListAsync(cancellationToken).ConfigureAwait(false)).OrderBy(s => s.Key, StringComparer.Ordinal)];

    public async Task<IReadOnlyList<string>> AskingOnAsync(CaseStatus status, CancellationToken cancellationToken) =>
        [.. (await All.Where(s => s.AsksWhenCaseIs == status && s.Status == SurveyStatus.Published).Select(s => s.Key).ToListAsync(cancellationToken).ConfigureAwait(false)).Order(StringComparer.Ordinal)];

    public void Add(Survey survey) => _db.Context.Add(survey);
}
