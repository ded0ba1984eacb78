using Crm.Domain.Access;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class AccessLogConfiguration(CrmModel model) : IEntityTypeConfiguration<AccessLogRow>
{
    public const string Table = "access_log";

    public void Configure(EntityTypeBuilder<AccessLogRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(r => r.Id).HasName(model.Name("pk_access_log"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(r => r.ActorName).HasMaxLength(200);
        builder.Property(r => r.Act).HasMaxLength(100);

        // No foreign key: a customer may be read that is not saved yet, and reading must not fail.
        builder.PointsAtCustomer(nameof(AccessLogRow.CustomerId));
        builder.CrmIndex(model, "ix_access_log_customer", false, nameof(AccessLogRow.CustomerId), nameof(AccessLogRow.At), nameof(AccessLogRow.Id));
    }
}
