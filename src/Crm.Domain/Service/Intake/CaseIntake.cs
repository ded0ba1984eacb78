using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

internal sealed class CaseIntake(ICaseIntakeStore store, ICrmNumberSeries numbers, Func<IEnumerable<ICaseObserver>> observers) : ICaseIntake
{
    public bool IsAvailable => store.IsMapped;

    public ICaseIntakeBatch Begin() => new CaseIntakeBatch(store, numbers, observers);
}
