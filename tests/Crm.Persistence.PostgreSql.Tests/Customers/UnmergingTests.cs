using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class UnmergingTests(PostgreSqlFixture fixture) : UnmergingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
