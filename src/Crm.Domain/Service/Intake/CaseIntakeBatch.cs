using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

internal sealed class CaseIntakeBatch(ICaseIntakeStore store, ICrmNumberSeries numbers, CaseStatusCatalog statuses, CaseFollowUpOptions followUps) : ICaseIntakeBatch
{
    private readonly Dictionary<ServiceCaseId, ServiceCase> _cases = [];
    private readonly Dictionary<CaseNumber, ServiceCaseId> _byNumber = [];
    private readonly HashSet<CustomerId> _erased = [];
    private readonly List<ServiceCase> _opened = [];

    public async Task LoadAsync(IReadOnlyCollection<CaseNumber> wanted, IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken)
    {
        var missing = (Numbers: wanted.Where(n => !_byNumber.ContainsKey(n)).Distinct().ToList(), Ids: ids.Where(i => !_cases.ContainsKey(i)).Distinct().ToList());
        if (missing.Numbers.Count + missing.Ids.Count == 0)
        {
            return;
        }

        var loaded = await store.LoadAsync(missing.Numbers, missing.Ids, cancellationToken).ConfigureAwait(false);
        foreach (var found in loaded)
        {
            _cases.TryAdd(found.Id, found);
            _byNumber.TryAdd(found.Number, found.Id);
        }

        if (loaded.Count > 0)
        {
            _erased.UnionWith(await store.ErasedAmongAsync([.. loaded.Select(c => c.CustomerId).Distinct()], cancellationToken).ConfigureAwait(false));
        }
    }

    public CaseStanding? Find(CaseNumber number) => _byNumber.TryGetValue(number, out var id) ? Find(id) : null;

    public CaseStanding? Find(ServiceCaseId id) => TargetOf(id) is { } found
        ? CaseStanding.Of(found, _erased.Contains(found.CustomerId), statuses)
        : null;

    public bool TakesFollowUp(CaseStanding standing, Instant now) => followUps.Takes(standing, now);

    public async Task<CaseStanding> OpenAsync(CaseDetails details, string customerName, Instant now, CancellationToken cancellationToken)
    {
        var drawn = await numbers.NextAsync(ServiceDesk.NumberSeries, 1, cancellationToken).ConfigureAwait(false);
        var opened = new ServiceCase(ServiceCaseId.New(now), CaseNumber.From(drawn[0]), details, customerName, now);
        _cases.Add(opened.Id, opened);
        _byNumber.Add(opened.Number, opened.Id);
        _opened.Add(opened);
        return Find(opened.Id)!;
    }

    public void Receive(ServiceCaseId id, CaseMail mail, Instant now)
    {
        var found = _cases[id];
        if (mail.Kind == CaseMessageKind.Automatic)
        {
            found.ReceiveAutomatic(mail.Body, mail.Author, now);
            return;
        }

        if (found.Category == CaseCategory.Closed)
        {
            found.Reopen(now, statuses);
        }

        if (mail.Kind == CaseMessageKind.FromCustomer)
        {
            found.Receive(mail.Body, mail.Author, now);
        }
        else
        {
            found.ReceiveFromThirdParty(mail.Body, mail.Author, now);
        }
    }

    public Task WriteAsync(CancellationToken cancellationToken) => store.InsertAsync(_opened, cancellationToken);

    // A circle cannot come about by merging; data that came otherwise must not hang the intake.
    private ServiceCase? TargetOf(ServiceCaseId id)
    {
        var seen = new HashSet<ServiceCaseId>();
        var found = _cases.GetValueOrDefault(id);
        while (found?.MergedIntoId is { } next && seen.Add(found.Id))
        {
            found = _cases.GetValueOrDefault(next);
        }

        return found is { MergedIntoId: null } ? found : null;
    }
}
