using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.PostgreSql.Tests.Saving;

public sealed class TransactionTests(PostgreSqlFixture fixture) : TransactionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
