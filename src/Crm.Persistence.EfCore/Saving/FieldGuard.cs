using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Refuses saves that change fields which the actor's roles keep from it, whatever act changed them.</summary>
internal sealed class FieldGuard(CrmRoles roles, CrmErrorDescriber errors)
{
    public void Check(CrmScope scope, IEnumerable<AuditDraft> drafts)
    {
        var rights = scope.Rights ?? roles.RightsOf(scope.Actor);
        if (!rights.RestrictsFields)
        {
            return;
        }

        var refused = drafts
            .SelectMany(d => d.Changes.Select(c => (Type: d.AggregateType!, Field: c.Part is null ? c.Field : $"{c.Part}.{c.Field}")))
            .Where(c => !rights.MayWrite(c.Type, c.Field)).Select(c => $"{c.Type}.{c.Field}").Distinct(StringComparer.Ordinal).ToList();
        if (refused.Count > 0)
        {
            throw new CrmRuleException([.. refused.Select(errors.FieldNotWritable)]);
        }
    }
}
