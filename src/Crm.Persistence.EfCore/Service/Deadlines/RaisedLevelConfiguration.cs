using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class RaisedLevelConfiguration(CrmModel model) : IEntityTypeConfiguration<RaisedLevel>
{
    public const string Table = "case_deadline_levels";

    public void Configure(EntityTypeBuilder<RaisedLevel> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.Property(r => r.Level).HasMaxLength(EscalationLevel.MaxNameLength);
        builder.HasKey(r => new { r.DeadlineId, r.Level }).HasName(model.Name("pk_case_deadline_levels"));
        builder.HasOne<ServiceDeadline>().WithMany().HasForeignKey(r => r.DeadlineId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_case_deadline_levels_case_deadlines"));
    }
}
