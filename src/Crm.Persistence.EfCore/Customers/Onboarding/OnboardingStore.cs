using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class OnboardingStore(CrmDb db) : IOnboardingStore
{
    public Task<Onboarding?> FindAsync(OnboardingId id, CancellationToken cancellationToken) => db.LoadAsync<Onboarding, OnboardingId>(id, cancellationToken);

    public void Add(Onboarding onboarding) => db.Context.Add(onboarding);
}
