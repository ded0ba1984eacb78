using Crm.Persistence.Specification.Overview;

namespace Crm.Persistence.PostgreSql.Tests.Overview;

public sealed class CustomerOverviewTests(PostgreSqlFixture fixture) : CustomerOverviewSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
