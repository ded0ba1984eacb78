using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class ContactStatisticsTests(PostgreSqlFixture fixture) : ContactStatisticsSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
