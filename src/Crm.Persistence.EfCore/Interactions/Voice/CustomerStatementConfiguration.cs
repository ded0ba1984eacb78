using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class CustomerStatementConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerStatement>
{
    public const string Table = "statements";

    public void Configure(EntityTypeBuilder<CustomerStatement> builder)
    {
        builder.Aggregate<CustomerStatement, StatementId>(model, Table);
        builder.Property(s => s.Topic).HasMaxLength(CustomerStatement.MaxTopicLength);
        builder.Property(s => s.Text).HasMaxLength(CustomerStatement.MaxTextLength);
        builder.Property(s => s.Sku).HasMaxLength(CustomerStatement.MaxSkuLength);
        builder.Property(s => s.NotedById).HasMaxLength(Actor.MaxIdLength);
        builder.Property(s => s.NotedByName).HasMaxLength(200);
        builder.Property(s => s.StatusBy).HasMaxLength(Actor.MaxIdLength);
        builder.Property(s => s.StatusReason).HasMaxLength(Interaction.MaxSubjectLength);
        if (model.Database != Sql.CrmDatabase.Sqlite)
        {
            builder.Property(s => s.Confidence).HasPrecision(19, 4);
        }

        builder.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_statements_customers"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_statements_organisations"));
        builder.HasOne<Interaction>().WithMany().HasForeignKey(s => s.InteractionId).OnDelete(DeleteBehavior.SetNull).HasConstraintName(model.Name("fk_statements_interactions"));
        builder.PointsAtCustomer(nameof(CustomerStatement.CustomerId), nameof(CustomerStatement.OrganisationId));

        // Words are written with the statement and read by searches alone.
        builder.HasMany<StatementWord>("_words").WithOne().HasForeignKey("StatementId").IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_statement_words_statements"));
        builder.HasIndex(s => new { s.CustomerId, s.At, s.Id }).HasDatabaseName(model.Name("ix_statements_customer"));
        builder.HasIndex(s => new { s.OrganisationId, s.At, s.Id }).HasDatabaseName(model.Name("ix_statements_organisation")).HasFilter("\"OrganisationId\" is not null");
        builder.HasIndex(s => s.InteractionId).HasDatabaseName(model.Name("ix_statements_interaction")).HasFilter("\"InteractionId\" is not null");
        builder.CrmIndex(model, "ix_statements_status", false, nameof(CustomerStatement.Kind), nameof(CustomerStatement.Status), nameof(CustomerStatement.At), nameof(CustomerStatement.Id));
        builder.CrmIndex(model, "ix_statements_topic", false, nameof(CustomerStatement.Topic), nameof(CustomerStatement.Kind), nameof(CustomerStatement.Status), nameof(CustomerStatement.At));
    }
}
