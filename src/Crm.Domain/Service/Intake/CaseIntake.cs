using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

internal sealed class CaseIntake(ICaseIntakeStore store, ICrmNumberSeries numbers, CaseStatusCatalog statuses, CaseFollowUpRules followUps) : ICaseIntake
{
    public bool IsAvailable => store.IsMapped;

    public ICaseIntakeBatch Begin() => new CaseIntakeBatch(store, numbers, statuses, followUps);
}
