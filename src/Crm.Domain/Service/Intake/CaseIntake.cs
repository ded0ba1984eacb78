using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

internal sealed class CaseIntake(ICaseIntakeStore store, ICrmNumberSeries numbers, CaseStatusCatalog statuses, CaseFollowUpOptions followUps, Func<IEnumerable<ICaseObserver>> observers) : ICaseIntake
{
    public bool IsAvailable => store.IsMapped;

    public ICaseIntakeBatch Begin() => new CaseIntakeBatch(store, numbers, statuses, followUps, observers);
}
