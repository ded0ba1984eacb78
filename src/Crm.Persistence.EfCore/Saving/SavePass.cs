using Crm.Domain.Primitives;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>What one save added by itself, so that it can be taken back or settled.</summary>
internal sealed class SavePass
{
    public List<object> Rows { get; } = [];

    public List<object> Removed { get; } = [];

    public List<(IAggregateRoot Aggregate, int Events)> Taken { get; } = [];
}
