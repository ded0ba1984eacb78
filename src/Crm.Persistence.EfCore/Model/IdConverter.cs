using Crm.Domain.Primitives;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.Persistence.EfCore.Model;

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => FromGuid(value))
    where TId : struct, ICrmId<TId>
{
    // A static abstract member cannot stand in an expression tree, hence the detour.
    public static TId FromGuid(Guid value) => TId.From(value);
}
