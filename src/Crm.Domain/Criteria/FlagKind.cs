using System.Diagnostics.CodeAnalysis;
using Crm.Domain.CustomFields;

namespace Crm.Domain.Criteria;

/// <summary>Yes or no.</summary>
internal sealed class FlagKind() : ValueKind<bool?>(FieldType.Flag, CriteriaOperators.OfFlags)
{
    public static FlagKind Instance { get; } = new();

    public override string Expected => "true or false";

    public override bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out bool? value)
    {
        value = raw as bool?;
        return value is not null;
    }
}
