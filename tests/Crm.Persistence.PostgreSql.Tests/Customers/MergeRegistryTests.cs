using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class MergeRegistryTests(PostgreSqlFixture fixture) : MergeRegistrySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
