using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SignUpStore(CrmDb crm) : ISignUpStore
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    private DbSet<SignUp> Set => Db.Context.Set<SignUp>();

    public Task<SignUp?> FindAsync(SignUpId id, CancellationToken cancellationToken) => Db.LoadAsync<SignUp, SignUpId>(id, cancellationToken);

    public Task<SignUp?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken) => Set.FirstOrDefaultAsync(s => s.TokenHash == tokenHash, cancellationToken);

    public Task<int> FromSenderAsync(string senderHash, Instant since, CancellationToken cancellationToken) =>
        Set.AsNoTracking().CountAsync(s => s.SenderHash == senderHash && s.SubmittedAt > since, cancellationToken);

    public Task<int> AskedAsync(string addressHash, Instant since, CancellationToken cancellationToken) =>
        Set.AsNoTracking().CountAsync(s => s.AddressHash == addressHash && s.AskedAt > since, cancellationToken);

    public async Task<IReadOnlyList<SignUp>> DueAsync(Instant now, int take, CancellationToken cancellationToken) =>
        await Set.Where(s => s.DueAt <= now).OrderBy(s => s.DueAt).ThenBy(s => s.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<Page<SignUpSummary>> ListAsync(SignUpFormId formId, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Set.AsNoTracking().Where(s => s.FormId == formId);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, SignUpId.From(after.Id));
            query = query.Where(s => s.SubmittedAt <= at && (s.SubmittedAt < at || s.Id < id));
        }

        var rows = await query.OrderByDescending(s => s.SubmittedAt).ThenByDescending(s => s.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(s => new SignUpSummary(
                s.Id, s.Status, s.Email, s.ReadAnswers(), s.ReadAgreed(), s.SubmittedAt, s.ConfirmedAt, s.CustomerId, s.IsNewCustomer, s.Reason))
            .ToPage(page, s => new PageKey(s.SubmittedAt, s.Id.Value));
    }

    public async Task<IReadOnlyList<SignUpCount>> CountAsync(SignUpFormId formId, LocalDate from, LocalDate until, CancellationToken cancellationToken)
    {
        var found = await Set.AsNoTracking().Where(s => s.FormId == formId && s.Day >= from && s.Day <= until).GroupBy(s => new { s.Day, s.Status })
            .Select(g => new { g.Key.Day, g.Key.Status, Count = g.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.GroupBy(f => f.Day).OrderBy(g => g.Key).Select(g => new SignUpCount(
                g.Key, g.Sum(f => f.Count), g.Where(f => f.Status is SignUpStatus.Confirmed or SignUpStatus.Completed).Sum(f => f.Count),
                g.Where(f => f.Status == SignUpStatus.Expired).Sum(f => f.Count), g.Where(f => f.Status == SignUpStatus.Refused).Sum(f => f.Count))),
        ];
    }

    public void Add(SignUp signUp) => Db.Context.Add(signUp);
}
