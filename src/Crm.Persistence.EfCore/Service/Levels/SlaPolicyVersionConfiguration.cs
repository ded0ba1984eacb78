using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class SlaPolicyVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<SlaPolicyVersion>
{
    public const string Table = "sla_policy_versions";
    public const string Root = "PolicyId";

    public void Configure(EntityTypeBuilder<SlaPolicyVersion> builder)
    {
        builder.Part(model, Table, Root);
        builder.Ignore(v => v.Terms);
        builder.Property<SlaPolicyId>(Root).HasConversion<IdConverter<SlaPolicyId>>();
        builder.HasKey(v => v.Id).HasName(model.Name("pk_sla_policy_versions"));
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.LongText(v => v.Definition);
        builder.Property(v => v.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.HasIndex(Root, nameof(SlaPolicyVersion.Number)).HasDatabaseName(model.Name("ux_sla_policy_versions_number")).IsUnique();
    }
}
