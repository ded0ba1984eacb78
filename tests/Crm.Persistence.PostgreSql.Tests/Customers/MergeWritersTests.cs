using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class MergeWritersTests(PostgreSqlFixture fixture) : MergeWritersSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
