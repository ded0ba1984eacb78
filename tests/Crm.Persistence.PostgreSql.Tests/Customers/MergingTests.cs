using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class MergingTests(PostgreSqlFixture fixture) : MergingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
