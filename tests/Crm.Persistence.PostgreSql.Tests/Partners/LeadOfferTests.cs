using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.PostgreSql.Tests.Partners;

public sealed class LeadOfferTests(PostgreSqlFixture fixture) : LeadOfferSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
