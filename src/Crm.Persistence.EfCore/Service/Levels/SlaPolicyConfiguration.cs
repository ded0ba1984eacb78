using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class SlaPolicyConfiguration(CrmModel model) : IEntityTypeConfiguration<SlaPolicy>
{
    public const string Table = "sla_policies";

    public void Configure(EntityTypeBuilder<SlaPolicy> builder)
    {
        builder.Aggregate<SlaPolicy, SlaPolicyId>(model, Table);
        builder.Ignore(p => p.IsDefault);
        builder.Ignore(p => p.Current);
        builder.Property(p => p.Name).HasMaxLength(SlaPolicy.MaxNameLength);
        builder.LongText(p => p.Condition);
        builder.HasParts(model, p => p.Versions, Table, SlaPolicyVersionConfiguration.Table, SlaPolicyVersionConfiguration.Root);
        builder.CrmIndex(model, "ux_sla_policies_name", true, nameof(SlaPolicy.Name));

        // Nulls differ from one another in unique indexes, so that this holds at most one default policy of a tenant.
        builder.CrmIndex(model, "ux_sla_policies_default", true, nameof(SlaPolicy.DefaultMark));
    }
}
