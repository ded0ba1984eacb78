using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class QuoteConfiguration(CrmModel model) : IEntityTypeConfiguration<Quote>
{
    public const string Table = "quotes";

    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.Aggregate<Quote, QuoteId>(model, Table);
        builder.Ignore(q => q.Current);
        builder.Ignore(q => q.Lines);
        builder.Property(q => q.SubmittedBy).HasMaxLength(Actor.MaxIdLength);
        builder.Property(q => q.ApprovedBy).HasMaxLength(Actor.MaxIdLength);
        builder.Property(q => q.Reason).HasMaxLength(Quote.MaxReasonLength);
        builder.Property(q => q.TokenHash).HasMaxLength(64);
        builder.Money(model, q => q.Total, "Total");
        builder.HasOne<Customer>().WithMany().HasForeignKey(q => q.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_quotes_customers"));
        builder.HasParts(model, q => q.Revisions, Table, QuoteRevisionConfiguration.Table, "QuoteId");
        builder.HasParts(model, q => q.RevisionLines, Table, QuoteLineConfiguration.Table, "QuoteId");
        builder.PointsAtCustomer(nameof(Quote.CustomerId));
        builder.CrmIndex(model, "ux_quotes_number", true, nameof(Quote.Number));
        builder.CrmIndex(model, "ux_quotes_token", true, nameof(Quote.TokenHash)).HasFilter("\"TokenHash\" is not null");
        builder.CrmIndex(model, "ix_quotes_customer", false, nameof(Quote.CustomerId), nameof(Quote.RevisedAt), nameof(Quote.Id));
        builder.CrmIndex(model, "ix_quotes_opportunity", false, nameof(Quote.OpportunityId), nameof(Quote.RevisedAt), nameof(Quote.Id)).HasFilter("\"OpportunityId\" is not null");
        builder.CrmIndex(model, "ix_quotes_status", false, nameof(Quote.Status), nameof(Quote.RevisedAt), nameof(Quote.Id));
        builder.CrmIndex(model, "ix_quotes_valid_through", false, nameof(Quote.Status), nameof(Quote.ValidThrough), nameof(Quote.Id));
        if (model.IsTenanted)
        {
            builder.HasIndex(q => q.CustomerId).HasDatabaseName(model.Name("ix_quotes_customer_key"));
        }
    }
}
