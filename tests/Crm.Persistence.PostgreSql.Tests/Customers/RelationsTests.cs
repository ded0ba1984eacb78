using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class RelationsTests(PostgreSqlFixture fixture) : RelationsSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
