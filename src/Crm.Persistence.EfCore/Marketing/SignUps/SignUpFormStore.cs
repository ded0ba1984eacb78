using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SignUpFormStore(CrmDb crm) : ISignUpFormStore
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    public async Task<SignUpForm?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        return Db.Context.Set<SignUpForm>().Local.FirstOrDefault(f => f.Key == stored) ?? await Db.LoadAsync<SignUpForm>(f => f.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public Task<SignUpForm?> FindAsync(SignUpFormId id, CancellationToken cancellationToken) => Db.LoadAsync<SignUpForm, SignUpFormId>(id, cancellationToken);

    // Not ordered by the database, whose collations differ.
    public async Task<IReadOnlyList<SignUpFormSummary>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await Db.Context.Set<SignUpForm>().AsNoTracking().Select(f => new SignUpFormSummary(f.Id, f.Key, f.Name, f.Status)).ToListAsync(cancellationToken).ConfigureAwait(false)).OrderBy(f => f.Key, StringComparer.Ordinal)];

    public void Add(SignUpForm form) => Db.Context.Add(form);
}
