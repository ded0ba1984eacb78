using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

internal sealed class CaseIntake(ICaseIntakeStore store, ICrmNumberSeries numbers, CaseStatusCatalog statuses, CaseFollowUpOptions followUps) : ICaseIntake
{
    public bool IsAvailable => store.IsMapped;

    public ICaseIntakeBatch Begin() => new CaseIntakeBatch(store, numbers, statuses, followUps);
}
